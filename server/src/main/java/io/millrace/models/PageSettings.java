package io.millrace.models;

/** What was set for a page of models; absent until somebody changes it. */
public interface PageSettings {
    /**
     * @param page its stable name
     * @param otherwise what holds while nothing was set
     */
    <S> S read(String page, Class<S> type, S otherwise);

    <S> void write(String page, S settings);
}
