package io.millrace.intake.files;

import io.millrace.shared.PersonalData;
import io.millrace.shared.ProfileId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What imports hold of a person: the uploaded files in which the person is, whatever became of the
 * row. Such a file is deleted as a whole, with what was staged from it; the imports' figures and
 * the reasons of rejected rows stay, without the rows.
 */
@Component
final class ImportRecords implements PersonalData {
    private final UploadTable uploads;
    private final ImportTable imports;
    private final PersonSearch search;
    private final Leftovers leftovers;
    private final Disk disk;
    private final Clock clock;

    ImportRecords(
            UploadTable uploads,
            ImportTable imports,
            PersonSearch search,
            Leftovers leftovers,
            Disk disk,
            Clock clock) {
        this.uploads = uploads;
        this.imports = imports;
        this.search = search;
        this.leftovers = leftovers;
        this.disk = disk;
        this.clock = clock;
    }

    @Override
    public String store() {
        return "imports";
    }

    @Override
    public List<Section> export(Set<ProfileId> profiles) {
        List<List<Field>> files =
                search.filesOf(profiles).stream()
                        .map(upload ->
                                List.of(
                                        new Field("file", upload.filename()),
                                        new Field("uploadedAt", upload.createdAt().toString())))
                        .toList();
        return List.of(new Section("importedFiles", files));
    }

    @Override
    public long erase(Set<ProfileId> profiles) {
        List<UploadTable.Stored> holding = search.filesOf(profiles);
        for (UploadTable.Stored upload : holding) {
            try {
                disk.delete(upload.path());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            uploads.removed(upload.id(), clock.instant());
            imports.forgetQuotes(upload.id());
            leftovers.forget(upload.id());
        }
        return holding.size() + imports.forget(profiles);
    }
}
