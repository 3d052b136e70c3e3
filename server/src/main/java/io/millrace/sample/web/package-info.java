/** The sample brand over HTTP. */
@NullMarked
package io.millrace.sample.web;

import org.jspecify.annotations.NullMarked;
