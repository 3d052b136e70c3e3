package io.millrace.audiences.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where audiences are kept and whose they are. A folder is there as long as something is in it. */
public interface AudienceShelf {
    /** The folders, and how many audiences are in each itself. */
    List<Folder> folders();

    /**
     * Gives a folder, and all in it, another place.
     *
     * @param to null or blank for no folder
     * @return how many audiences moved
     */
    int moveFolder(String from, @Nullable String to);

    /** Who owns an audience, by name. */
    List<String> owners();

    /**
     * @param path the names from the outermost folder on, with slashes between them
     */
    record Folder(String path, int audiences) {}
}
