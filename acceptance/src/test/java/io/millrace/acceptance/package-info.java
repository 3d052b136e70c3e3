/**
 * The product as its users meet it: the packaged jar, over HTTP, in a browser, and through crashes.
 */
@NullMarked
package io.millrace.acceptance;

import org.jspecify.annotations.NullMarked;
