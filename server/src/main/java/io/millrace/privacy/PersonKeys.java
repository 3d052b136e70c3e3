package io.millrace.privacy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.subtle.AesGcmJce;
import io.millrace.shared.ProfileId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The persons' keys: wrapped in PostgreSQL, unwrapped in a bounded cache. */
final class PersonKeys {
    private static final int CACHED = 50_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AesGcmJce wrapping;
    private final SecureRandom random = new SecureRandom();
    private final Cache<ProfileId, PersonKey> committed =
            Caffeine.newBuilder().maximumSize(CACHED).build();
    private final UncommittedKeys uncommitted = new UncommittedKeys(this::publish);

    PersonKeys(JdbcClient jdbc, Clock clock, AesGcmJce wrapping) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.wrapping = wrapping;
    }

    void create(Collection<ProfileId> profiles) {
        if (profiles.isEmpty()) {
            return;
        }
        Map<ProfileId, AesGcmJce> made = HashMap.newHashMap(profiles.size());
        var ids = new ArrayList<String>(profiles.size());
        var wrapped = new ArrayList<String>(profiles.size());
        for (var profile : new HashSet<>(profiles)) {
            var secret = PersonKey.random(random);
            made.put(profile, PersonKey.cipher(secret));
            ids.add(profile.value().toString());
            wrapped.add(wrap(profile, secret));
        }
        for (var inserted : insert(ids, wrapped)) {
            var cipher = made.get(inserted);
            if (cipher != null) {
                uncommitted.add(inserted, new PersonKey.Usable(cipher));
            }
        }
    }

    private List<ProfileId> insert(List<String> ids, List<String> wrapped) {
        return jdbc.sql(
                        """
                        insert into privacy.keys (profile, wrapped, created_at)
                        select profile, wrapped, :now
                        from unnest(:profiles::uuid[], :wrapped::text[]) as made (profile, wrapped)
                        order by profile
                        on conflict (profile) do nothing
                        returning profile
                        """)
                .param("now", now())
                .param("profiles", ids.toArray(String[]::new))
                .param("wrapped", wrapped.toArray(String[]::new))
                .query((row, number) -> new ProfileId(row.getObject("profile", UUID.class)))
                .list();
    }

    /** The key of one profile, null if it never had one. */
    @Nullable PersonKey of(ProfileId profile) {
        var known = cached(profile);
        return known != null ? known : ofAll(Set.of(profile)).get(profile);
    }

    /** The keys of many; profiles that never had one are absent. */
    Map<ProfileId, PersonKey> ofAll(Set<ProfileId> profiles) {
        Map<ProfileId, PersonKey> found = HashMap.newHashMap(profiles.size());
        var missing = new ArrayList<String>();
        for (var profile : profiles) {
            var known = cached(profile);
            if (known != null) {
                found.put(profile, known);
            } else {
                missing.add(profile.value().toString());
            }
        }
        if (!missing.isEmpty()) {
            // Only cached when read outside the transaction that may still roll it back.
            var read = read(missing);
            read.forEach(uncommitted::add);
            found.putAll(read);
        }
        return found;
    }

    private Map<ProfileId, PersonKey> read(List<String> missing) {
        Map<ProfileId, PersonKey> read = HashMap.newHashMap(missing.size());
        jdbc.sql(
                        """
                        select profile, wrapped from privacy.keys
                        where profile = any (:profiles::uuid[])
                        """)
                .param("profiles", missing.toArray(String[]::new))
                .query(row -> {
                    var profile = new ProfileId(row.getObject("profile", UUID.class));
                    read.put(profile, unwrap(profile, row.getString("wrapped")));
                });
        return read;
    }

    /** Destroys keys, in the caller's transaction; later {@link #forget} them. */
    int destroy(Set<ProfileId> profiles) {
        return jdbc.sql(
                        """
                        update privacy.keys set wrapped = null, destroyed_at = :now
                        where profile = any (:profiles::uuid[]) and wrapped is not null
                        """)
                .param("now", now())
                .param(
                        "profiles",
                        profiles.stream().map(p -> p.value().toString()).toArray(String[]::new))
                .update();
    }

    void discard(Collection<ProfileId> profiles) {
        jdbc.sql("delete from privacy.keys where profile = any (:profiles::uuid[])")
                .param(
                        "profiles",
                        profiles.stream().map(p -> p.value().toString()).toArray(String[]::new))
                .update();
        committed.invalidateAll(profiles);
    }

    void forget(Set<ProfileId> profiles) {
        for (var profile : profiles) {
            committed.put(profile, new PersonKey.Destroyed());
        }
    }

    /** Destroyed stays destroyed, whoever read the key a moment earlier. */
    private void publish(Map<ProfileId, PersonKey> keys) {
        keys.forEach((profile, key) ->
                committed
                        .asMap()
                        .merge(
                                profile,
                                key,
                                (old, fresh) -> old instanceof PersonKey.Destroyed ? old : fresh));
    }

    private @Nullable PersonKey cached(ProfileId profile) {
        var own = uncommitted.of(profile);
        return own != null ? own : committed.getIfPresent(profile);
    }

    private String wrap(ProfileId profile, byte[] secret) {
        try {
            return Base64.getEncoder().encodeToString(wrapping.encrypt(secret, binding(profile)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot wrap a key", e);
        }
    }

    private PersonKey unwrap(ProfileId profile, @Nullable String wrapped) {
        if (wrapped == null) {
            return new PersonKey.Destroyed();
        }
        try {
            var secret = wrapping.decrypt(Base64.getDecoder().decode(wrapped), binding(profile));
            return new PersonKey.Usable(PersonKey.cipher(secret));
        } catch (GeneralSecurityException e) {
            throw new Privacy.TamperedValueException(profile, "key", e);
        }
    }

    private static byte[] binding(ProfileId profile) {
        return ("key|" + profile.value()).getBytes(StandardCharsets.UTF_8);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
