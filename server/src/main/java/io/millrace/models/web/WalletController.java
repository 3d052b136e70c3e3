package io.millrace.models.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.models.ModelsProblem;
import io.millrace.models.scores.WalletPages;
import io.millrace.models.scores.WalletSettings;
import io.millrace.shared.Refusal;
import io.millrace.workspace.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which share of their spending customers give us. */
@RestController
@RequestMapping("/api/v1/models/wallet")
class WalletController {
    private final WalletPages wallets;

    WalletController(WalletPages wallets) {
        this.wallets = wallets;
    }

    @GetMapping("/page")
    @Requires(Permission.INSIGHTS_READ)
    WalletPages.Page page(@Nullable AsOf asOf) {
        return wallets.page(asOf == null ? null : asOf.instant());
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
