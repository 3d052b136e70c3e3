/** Jobs over HTTP. */
@NullMarked
package io.millrace.jobs.web;

import org.jspecify.annotations.NullMarked;
