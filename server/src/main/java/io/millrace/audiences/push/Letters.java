package io.millrace.audiences.push;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.millrace.access.Access.Caller;
import io.millrace.access.StandardRole;
import io.millrace.audiences.live.LiveAudiences;
import io.millrace.customers.CustomerFiles;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a message says. It is written when it is sent and kept nowhere, so that nothing is told of a
 * person who was erased meanwhile but an id.
 */
@Component
final class Letters {
    private static final String INTERNAL = "internal";

    private final CustomerFiles customers;
    private final LiveAudiences audiences;
    private final JsonMapper json;

    Letters(CustomerFiles customers, LiveAudiences audiences, JsonMapper json) {
        this.customers = customers;
        this.audiences = audiences;
        this.json = json;
    }

    record Letter(String type, Instant timestamp, Data data) {}

    record Data(
            Named audience, @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) Whom customer) {}

    record Named(UUID id, String name) {}

    record Whom(
            String id,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Nullable List<CustomerFiles.Known> identities) {}

    static String event(boolean entered) {
        return entered ? "audience.entered" : "audience.left";
    }

    String of(PushTable.Receiver receiver, DeliveryTable.Row delivery) {
        return json.writeValueAsString(
                new Letter(
                        event(delivery.entered()),
                        delivery.at(),
                        new Data(
                                named(receiver.audience()),
                                whom(delivery.customer(), receiver.level()))));
    }

    String ping(UUID audience, Instant now) {
        return json.writeValueAsString(new Letter("ping", now, new Data(named(audience), null)));
    }

    private Named named(UUID audience) {
        String name = audiences.find(audience).map(one -> one.audience().name()).orElse("");
        return new Named(audience, name);
    }

    private Whom whom(UUID customer, String level) {
        ProfileId profile = new ProfileId(customer);
        if (!level.equals(INTERNAL)) {
            return new Whom(profile.toString(), null);
        }
        Caller reader = new Caller("push", "push", StandardRole.OPERATOR, false, null);
        CustomerFiles.Called called = customers.called(Set.of(profile), reader).get(profile);
        return new Whom(profile.toString(), called == null ? List.of() : called.identities());
    }
}
