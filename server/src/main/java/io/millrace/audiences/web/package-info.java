/** Lifecycle stages over HTTP. */
@NullMarked
package io.millrace.audiences.web;

import org.jspecify.annotations.NullMarked;
