package io.millrace.shared;

import java.util.List;
import java.util.Set;

/**
 * What every module that holds data of persons implements, so that one erasure and one export reach
 * every store there is.
 */
public interface PersonalData {
    /** The store's stable name, as the certificate of an erasure lists it. */
    String store();

    /** Everything held of these profiles, readable, for the person who asks. */
    List<Section> export(Set<ProfileId> profiles);

    /**
     * Removes everything that tells who these profiles were. Figures may stay if nobody can be
     * recognised by them. Repeating it is harmless.
     *
     * @return how many records were removed or made unreadable
     */
    long erase(Set<ProfileId> profiles);

    /** One part of an export: a name and rows of named texts. */
    record Section(String name, List<List<Field>> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    record Field(String name, String value) {}
}
