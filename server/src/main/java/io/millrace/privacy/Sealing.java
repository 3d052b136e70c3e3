package io.millrace.privacy;

import io.millrace.privacy.Privacy.ClearValue;
import io.millrace.privacy.Privacy.SealedValue;
import io.millrace.shared.ProfileId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values under the persons' keys. A sealed text is {@code 1.} and the ciphertext in Base64. */
final class Sealing {
    private static final String VERSION = "1.";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final PersonKeys keys;
    private final SecureRandom random = new SecureRandom();

    Sealing(PersonKeys keys) {
        this.keys = keys;
    }

    String seal(ClearValue value) {
        return seal(value, keys.of(value.profile()));
    }

    List<String> sealAll(List<ClearValue> values) {
        var profiles = new HashSet<ProfileId>();
        for (var value : values) {
            profiles.add(value.profile());
        }
        var known = keys.ofAll(profiles);
        var sealed = new ArrayList<String>(values.size());
        for (var value : values) {
            sealed.add(seal(value, known.get(value.profile())));
        }
        return sealed;
    }

    Optional<String> open(SealedValue value) {
        return open(value, keys.of(value.profile()));
    }

    Map<SealedValue, String> openAll(Collection<SealedValue> values) {
        var profiles = new HashSet<ProfileId>();
        for (var value : values) {
            profiles.add(value.profile());
        }
        var known = keys.ofAll(profiles);
        Map<SealedValue, String> clear = HashMap.newHashMap(values.size());
        for (var value : values) {
            open(value, known.get(value.profile())).ifPresent(text -> clear.put(value, text));
        }
        return clear;
    }

    private String seal(ClearValue value, @Nullable PersonKey key) {
        var cipher =
                switch (key) {
                    case PersonKey.Usable usable -> usable.cipher();
                    case PersonKey.Destroyed _ -> PersonKey.cipher(PersonKey.random(random));
                    case null ->
                            throw new IllegalStateException(value.profile() + " never had a key");
                };
        try {
            var sealed =
                    cipher.encrypt(
                            value.clear().getBytes(StandardCharsets.UTF_8),
                            binding(value.profile(), value.field()));
            return VERSION + ENCODER.encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal " + value.field(), e);
        }
    }

    private Optional<String> open(SealedValue value, @Nullable PersonKey key) {
        if (!(key instanceof PersonKey.Usable usable)) {
            return Optional.empty();
        }
        try {
            if (!value.sealed().startsWith(VERSION)) {
                throw new GeneralSecurityException("not a sealed text");
            }
            var bytes = Base64.getUrlDecoder().decode(value.sealed().substring(VERSION.length()));
            var clear = usable.cipher().decrypt(bytes, binding(value.profile(), value.field()));
            return Optional.of(new String(clear, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Privacy.TamperedValueException(value.profile(), value.field(), e);
        }
    }

    private static byte[] binding(ProfileId profile, String field) {
        return (profile.value() + "|" + field).getBytes(StandardCharsets.UTF_8);
    }
}
