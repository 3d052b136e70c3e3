/** Operations over HTTP. */
@NullMarked
package io.millrace.operations.web;

import org.jspecify.annotations.NullMarked;
