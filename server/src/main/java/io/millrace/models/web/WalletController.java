package io.millrace.models.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.models.ModelsProblem;
import io.millrace.models.scores.WalletPages;
import io.millrace.models.scores.WalletSettings;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import io.millrace.workspace.AsOf;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which share of their spending customers give us. */
@RestController
@RequestMapping("/api/v1/models/wallet")
class WalletController {
    private static final int MOST_GROUPS = 50;

    private final WalletPages wallets;

    WalletController(WalletPages wallets) {
        this.wallets = wallets;
    }

    @GetMapping("/page")
    @Requires(Permission.INSIGHTS_READ)
    WalletPages.Page page(@Nullable AsOf asOf) {
        return wallets.page(asOf == null ? null : asOf.instant());
    }

    /**
     * {@code GET /models/wallet/groups}: a group for each selection asked for.
     *
     * @param items in the order of the question
     */
    record Groups(List<WalletPages.Group> items) {}

    @GetMapping("/groups")
    @Requires(Permission.INSIGHTS_READ)
    Groups groups(@RequestParam List<String> in, @Nullable AsOf asOf) {
        if (in.size() > MOST_GROUPS) {
            throw unusable("1 … " + MOST_GROUPS);
        }
        return new Groups(
                in.stream()
                        .map(one ->
                                wallets.group(one, asOf == null ? null : asOf.instant())
                                        .orElseThrow(() -> unusable("name:value")))
                        .toList());
    }

    private static Refusal unusable(String known) {
        return Refusal.of(
                SharedProblem.INVALID,
                List.of(FieldProblem.of("in", "shared.unknown-value", known)));
    }

    @GetMapping("/settings")
    @Requires(Permission.INSIGHTS_READ)
    WalletSettings settings() {
        return wallets.settings();
    }

    @PutMapping("/settings")
    @Requires(Permission.MODELS_WRITE)
    WalletSettings change(@RequestBody WalletSettings settings) {
        return switch (wallets.change(settings)) {
            case WalletPages.Change.Done(WalletSettings now) -> now;
            case WalletPages.Change.Invalid(var errors) ->
                    throw Refusal.of(ModelsProblem.SCORE_SETTINGS_INVALID, errors);
        };
    }
}
