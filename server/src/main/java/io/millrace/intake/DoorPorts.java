package io.millrace.intake;

import io.millrace.customers.Customers;
import io.millrace.customers.Customers.Claim;
import io.millrace.customers.Customers.Description;
import io.millrace.customers.Customers.Heard;
import io.millrace.customers.Customers.Resolution;
import io.millrace.privacy.Privacy;
import io.millrace.privacy.Privacy.ClearValue;
import io.millrace.shared.ProfileId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The ports as the other modules' doors answer them. */
final class DoorPorts {
    record DoorPeople(Customers customers) implements Ports.People {
        @Override
        public List<Resolution> resolve(List<Claim> claims) {
            return customers.resolve(claims);
        }

        @Override
        public void describe(Collection<Description> descriptions) {
            customers.describe(descriptions);
        }

        @Override
        public void hear(Collection<Heard> heard) {
            customers.hear(heard);
        }
    }

    record DoorVault(Privacy privacy) implements Ports.Vault {
        @Override
        public String seal(ProfileId profile, String field, String clear) {
            return privacy.seal(profile, field, clear);
        }

        @Override
        public List<String> sealAll(List<ClearValue> values) {
            return privacy.sealAll(values);
        }

        @Override
        public Optional<String> open(ProfileId profile, String field, String sealed) {
            return privacy.open(profile, field, sealed);
        }
    }

    private DoorPorts() {}
}
