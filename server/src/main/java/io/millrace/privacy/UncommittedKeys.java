package io.millrace.privacy;

import io.millrace.shared.ProfileId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keys that the current transaction made or read. A key that is rolled back must never have sealed
 * anything for anybody else, so others see it only after the commit.
 */
final class UncommittedKeys {
    private final Consumer<Map<ProfileId, PersonKey>> publish;

    UncommittedKeys(Consumer<Map<ProfileId, PersonKey>> publish) {
        this.publish = publish;
    }

    void add(ProfileId profile, PersonKey key) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            publish.accept(Map.of(profile, key));
            return;
        }
        var own = own();
        if (own == null) {
            own = new Own(new HashMap<>());
            TransactionSynchronizationManager.bindResource(this, own);
            TransactionSynchronizationManager.registerSynchronization(new Publishing(own));
        }
        own.keys.put(profile, key);
    }

    @Nullable PersonKey of(ProfileId profile) {
        var own = own();
        return own == null ? null : own.keys.get(profile);
    }

    private @Nullable Own own() {
        return (Own) TransactionSynchronizationManager.getResource(this);
    }

    private record Own(Map<ProfileId, PersonKey> keys) {}

    private final class Publishing implements TransactionSynchronization {
        private final Own own;

        Publishing(Own own) {
            this.own = own;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(UncommittedKeys.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(UncommittedKeys.this, own);
        }

        @Override
        public void afterCommit() {
            publish.accept(own.keys);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(UncommittedKeys.this);
        }
    }
}
