package io.millrace.audiences.push;

import io.millrace.shared.PersonalData;
import io.millrace.shared.ProfileId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What was told, or is still to be told, of a person. */
@Component
final class PushedPersons implements PersonalData {
    private final DeliveryTable deliveries;

    PushedPersons(DeliveryTable deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public String store() {
        return "pushes";
    }

    @Override
    public List<Section> export(Set<ProfileId> profiles) {
        List<List<Field>> rows =
                deliveries.of(profiles.stream().map(ProfileId::value).toList()).stream()
                        .map(row ->
                                List.of(
                                        new Field("event", Letters.event(row.entered())),
                                        new Field("at", row.at().toString()),
                                        new Field("state", row.state())))
                        .toList();
        return List.of(new Section("pushes", rows));
    }

    @Override
    public long erase(Set<ProfileId> profiles) {
        return deliveries.forget(profiles.stream().map(ProfileId::value).toList());
    }
}
