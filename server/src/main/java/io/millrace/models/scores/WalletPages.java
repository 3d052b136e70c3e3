package io.millrace.models.scores;

import io.millrace.shared.FieldProblem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the page of wallets shows, from the last scores of each customer. */
public interface WalletPages {
    /**
     * @param asOf cut by occurredAt, inclusive; null means now
     */
    Page page(@Nullable Instant asOf);

    /**
     * The wallets of the customers behind a selection, such as {@code audience:<id>}; empty if
     * there is none of that name or value.
     *
     * @param asOf cut by occurredAt, inclusive; null means now
     */
    Optional<Group> group(String selection, @Nullable Instant asOf);

    WalletSettings settings();

    Change change(WalletSettings settings);

    /** Answers of {@link #change}. */
    sealed interface Change {
        /** The next run goes by them. */
        record Done(WalletSettings settings) implements Change {}

        record Invalid(List<FieldProblem> errors) implements Change {}
    }

    /**
     * @param customers of whom a wallet is known
     * @param category what they spend in a year, minor units
     * @param own what of it was with us in the last 365 days
     * @param rooms how many have how much head-room
     * @param map share of wallet by what they spend with us
     */
    record Page(
            Instant asOf,
            Scores.@Nullable Detail run,
            @Nullable String currency,
            WalletSettings settings,
            int customers,
            String open,
            long category,
            long own,
            List<Known> known,
            List<ScorePages.Bin> rooms,
            List<Cell> map) {}

    /**
     * The wallets of some customers; money of those of whom a wallet is known, minor units.
     *
     * @param in the selection
     * @param customers all of them
     * @param known of whom a wallet is known
     * @param category what these spend in a year
     * @param own what of it was with us in the last 365 days
     */
    record Group(
            String in,
            int customers,
            String open,
            int known,
            String openKnown,
            long category,
            long own) {}

    record Known(String method, int customers, long headroom, String open) {}

    /**
     * @param shareFrom inclusive
     * @param shareBelow null for the last
     * @param ownFrom minor units
     */
    record Cell(
            double shareFrom,
            @Nullable Double shareBelow,
            double ownFrom,
            @Nullable Double ownBelow,
            int customers,
            long headroom,
            String open) {}
}
