package io.millrace.models.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.models.baskets.BoughtTogether.By;
import io.millrace.models.offers.Following;
import io.millrace.models.offers.Following.Order;
import io.millrace.models.offers.Repurchasing;
import io.millrace.workspace.AsOf;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is bought after what, again, and as a bundle. */
@RestController
@RequestMapping("/api/v1/baskets")
class FollowingController {
    private static final double LEAST_SUPPORT = 0.001;

    private final Following following;
    private final Repurchasing repurchasing;

    FollowingController(Following following, Repurchasing repurchasing) {
        this.following = following;
        this.repurchasing = repurchasing;
    }

    @GetMapping("/repurchase")
    @Requires(Permission.INSIGHTS_READ)
    Repurchasing.Page repurchase(
            @RequestParam(defaultValue = "sku") String by, @Nullable AsOf asOf) {
        return repurchasing.page(by(by), instant(asOf));
    }

    @GetMapping("/sequences")
    @Requires(Permission.INSIGHTS_READ)
    Following.Sequences sequences(
            @RequestParam(defaultValue = "sku") String by,
            @RequestParam(defaultValue = "60") int days,
            @RequestParam(defaultValue = "10") int least,
            @RequestParam(defaultValue = "0.1") double confidence,
            @RequestParam(defaultValue = "lift") String sort,
            @Nullable AsOf asOf) {
        if (days < 1 || days > 730) {
            throw BasketsController.unusable("/days", "models.window-unusable");
        }
        if (least < 1) {
            throw BasketsController.unusable("/least", "models.least-unusable");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw BasketsController.unusable("/confidence", "models.share-unusable");
        }
        Order order =
                BasketsController.named(Order.values(), sort, "/sort", "models.sort-unusable");
        return following.sequences(
                new Following.SequenceQuestion(by(by), days, least, confidence, order),
                instant(asOf));
    }

    @GetMapping("/ladders")
    @Requires(Permission.INSIGHTS_READ)
    Following.Ladders ladders(@Nullable AsOf asOf) {
        return following.ladders(instant(asOf));
    }

    @GetMapping("/bundles")
    @Requires(Permission.INSIGHTS_READ)
    Following.Bundles bundles(
            @RequestParam(defaultValue = "sku") String by,
            @RequestParam(defaultValue = "0.005") double support,
            @Nullable AsOf asOf) {
        if (!(support >= LEAST_SUPPORT && support <= 1)) {
            throw BasketsController.unusable("/support", "models.support-unusable");
        }
        return following.bundles(by(by), support, instant(asOf));
    }

    private static By by(String by) {
        return BasketsController.named(By.values(), by, "/by", "models.item-unusable");
    }

    private static @Nullable Instant instant(@Nullable AsOf asOf) {
        return asOf == null ? null : asOf.instant();
    }
}
