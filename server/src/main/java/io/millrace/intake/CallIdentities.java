package io.millrace.intake;

import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.IdentityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who a call is about. */
final class CallIdentities {
    /** What only supports who somebody is: where it is wrong, the call still stands. */
    private static final Set<IdentityType> NAMED_BY_THE_CALL =
            Set.of(IdentityType.EXTERNAL, IdentityType.ANONYMOUS);

    private static final Set<String> TRAITS =
            Set.of(
                    "email",
                    "phone",
                    "wechat_openid",
                    "wechat_unionid",
                    "wecom_external_userid",
                    "member_card");

    static List<Identity> of(RawCall call, @Nullable CallType type) {
        List<Identity> identities = new ArrayList<>(2);
        if (call.userId != null) {
            identities.add(new Identity(IdentityType.EXTERNAL, call.userId));
        }
        if (call.anonymousId != null) {
            identities.add(new Identity(IdentityType.ANONYMOUS, call.anonymousId));
        }
        if (type == CallType.ALIAS && call.previousId != null) {
            identities.add(new Identity(IdentityType.ANONYMOUS, call.previousId));
        }
        identities.addAll(call.context.externalIds);
        if (type == CallType.IDENTIFY) {
            addTraits(call.attributes, identities);
        }
        return identities;
    }

    /** Whether this identity is the call's own and not mere evidence from traits. */
    static boolean essential(IdentityType type) {
        return NAMED_BY_THE_CALL.contains(type);
    }

    static List<Identity> without(Identity wrong, List<Identity> identities) {
        return identities.stream().filter(identity -> !identity.equals(wrong)).toList();
    }

    private static void addTraits(CallAttributes traits, List<Identity> identities) {
        for (String name : TRAITS) {
            String value = traits.text(name);
            IdentityType type = ContextReader.identityType(name);
            if (value != null && type != null && usable(value)) {
                identities.add(new Identity(type, value));
            }
        }
    }

    private static boolean usable(String value) {
        return !value.isBlank() && value.length() <= Limits.IDENTITY_CHARACTERS;
    }

    private CallIdentities() {}
}
