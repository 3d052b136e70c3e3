/** The HTTP side of the timelines: how fresh they are, and their export. */
@NullMarked
package io.millrace.timelines.web;

import org.jspecify.annotations.NullMarked;
