package io.millrace.audiences.live;

import io.millrace.customers.Customers;
import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.shared.ProfileId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds customers by whatever somebody pastes. */
@Component
final class Naming {
    private static final String ID = "cus_";
    private static final List<IdentityType> NUMBERS =
            List.of(
                    IdentityType.EXTERNAL,
                    IdentityType.MEMBER_CARD,
                    IdentityType.PHONE,
                    IdentityType.WECHAT_UNIONID,
                    IdentityType.WECHAT_OPENID,
                    IdentityType.WECOM_EXTERNAL);

    private final Customers customers;

    Naming(Customers customers) {
        this.customers = customers;
    }

    /**
     * @param unknown the places of those whom nobody knows
     */
    record Sought(Set<ProfileId> found, List<Integer> unknown) {}

    Sought find(List<String> names) {
        Set<ProfileId> found = new LinkedHashSet<>();
        List<Integer> unknown = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Optional<ProfileId> one = find(names.get(i));
            if (one.isPresent()) {
                found.add(one.get());
            } else {
                unknown.add(i);
            }
        }
        return new Sought(found, unknown);
    }

    Optional<ProfileId> find(String name) {
        String plain = name.strip();
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        if (plain.startsWith(ID)) {
            return byId(plain);
        }
        List<IdentityType> types =
                plain.contains("@") ? List.of(IdentityType.EMAIL, IdentityType.EXTERNAL) : NUMBERS;
        return types.stream()
                .flatMap(type -> customers.find(new Identity(type, plain)).stream())
                .findFirst();
    }

    private Optional<ProfileId> byId(String text) {
        try {
            ProfileId root = customers.rootOf(ProfileId.parse(text));
            return customers.members(Set.of(root)).containsKey(root)
                    ? Optional.of(root)
                    : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
