/** How the HTTP edge of every module answers: problems, pages, limits, trace ids. */
@NullMarked
package io.millrace.shared.web;

import org.jspecify.annotations.NullMarked;
