package io.millrace.audiences.web;

import io.millrace.access.Accounts;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.audiences.AudiencesProblem;
import io.millrace.audiences.live.AudienceSets;
import io.millrace.audiences.live.AudienceShelf;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Refusal;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Audiences beside each other: their folders, their owners, and how they overlap. */
@RestController
@RequestMapping("/api/v1/audiences")
class AudienceShelfController {
    private final AudienceShelf shelf;
    private final AudienceSets sets;
    private final Accounts accounts;

    AudienceShelfController(AudienceShelf shelf, AudienceSets sets, Accounts accounts) {
        this.shelf = shelf;
        this.sets = sets;
        this.accounts = accounts;
    }

    record Items<T>(List<T> items) {}

    record Move(@Nullable String from, @Nullable String to) {}

    record Moved(int audiences) {}

    @GetMapping("/folders")
    @Requires(Permission.AUDIENCES_READ)
    Items<AudienceShelf.Folder> folders() {
        return new Items<>(shelf.folders());
    }

    @PostMapping("/folders/move")
    @Requires(Permission.AUDIENCES_WRITE)
    Moved move(@RequestBody Move move) {
        String from = move.from();
        return new Moved(from == null ? 0 : shelf.moveFolder(from, move.to()));
    }

    /** Those who own one, and those who could: the names of the people who use the product. */
    @GetMapping("/owners")
    @Requires(Permission.AUDIENCES_READ)
    Items<String> owners() {
        TreeSet<String> names = new TreeSet<>(shelf.owners());
        accounts.list().stream()
                .filter(Accounts.User::active)
                .map(Accounts.User::name)
                .forEach(names::add);
        return new Items<>(List.copyOf(names));
    }

    /**
     * @param audience two to six of them
     */
    @GetMapping("/regions")
    @Requires(Permission.AUDIENCES_READ)
    Items<AudienceSets.Region> regions(@RequestParam List<UUID> audience) {
        List<UUID> distinct = audience.stream().distinct().toList();
        if (distinct.size() < AudienceSets.FEWEST || distinct.size() > AudienceSets.MOST) {
            throw Refusal.of(
                    AudiencesProblem.INVALID,
                    List.of(
                            FieldProblem.of(
                                    "/audience",
                                    "audiences.regions",
                                    Integer.toString(AudienceSets.FEWEST),
                                    Integer.toString(AudienceSets.MOST))));
        }
        return new Items<>(
                sets.regions(distinct)
                        .orElseThrow(() -> Refusal.of(AudiencesProblem.NO_SUCH_AUDIENCE)));
    }
}
