/** The routes of {@code catalog}. */
@NullMarked
package io.millrace.catalog.web;

import org.jspecify.annotations.NullMarked;
