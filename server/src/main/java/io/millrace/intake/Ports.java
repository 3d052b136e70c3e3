package io.millrace.intake;

import io.millrace.customers.Customers.Claim;
import io.millrace.customers.Customers.Description;
import io.millrace.customers.Customers.Heard;
import io.millrace.customers.Customers.Resolution;
import io.millrace.orders.Orders.Command;
import io.millrace.orders.Orders.Outcome;
import io.millrace.privacy.Privacy.ClearValue;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.NewFact;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The few things that the intake asks of other modules' doors, each as small as it can be. */
final class Ports {
    interface People {
        List<Resolution> resolve(List<Claim> claims);

        void describe(Collection<Description> descriptions);

        void hear(Collection<Heard> heard);
    }

    interface OrderBook {
        List<Outcome> record(List<Command> commands);
    }

    interface FactLog {
        Set<UUID> append(Collection<? extends NewFact> facts);
    }

    interface Vault {
        String seal(ProfileId profile, String field, String clear);

        List<String> sealAll(List<ClearValue> values);

        Optional<String> open(ProfileId profile, String field, String sealed);
    }

    /** The currency of amounts that name none. */
    interface HomeCurrency {
        @Nullable String code();
    }

    private Ports() {}
}
