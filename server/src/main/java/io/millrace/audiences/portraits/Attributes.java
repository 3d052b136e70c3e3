package io.millrace.audiences.portraits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.customers.CustomerFiles;
import io.millrace.customers.CustomerFiles.AttributeView;
import io.millrace.shared.DataLevel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The attributes that may be counted: those that are not secret. */
@Component
class Attributes {
    /** The files count who has each, which takes its time. */
    private static final Duration SERVES = Duration.ofSeconds(30);

    private final CustomerFiles files;
    private final Cache<String, List<AttributeView>> known =
            Caffeine.newBuilder().expireAfterWrite(SERVES).build();

    Attributes(CustomerFiles files) {
        this.files = files;
    }

    List<AttributeView> readable() {
        return known.get("all", _ -> read());
    }

    private List<AttributeView> read() {
        return files.attributes().stream()
                .filter(one -> !DataLevel.valueOf(one.level().toUpperCase(Locale.ROOT)).encrypted())
                .toList();
    }
}
