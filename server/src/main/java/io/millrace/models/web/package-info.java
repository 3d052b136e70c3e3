/** The models over HTTP. */
@NullMarked
package io.millrace.models.web;

import org.jspecify.annotations.NullMarked;
