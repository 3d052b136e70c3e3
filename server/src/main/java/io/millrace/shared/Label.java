package io.millrace.shared;

/** A name to show, in both languages of the product. */
public record Label(String en, String zh) {}
