/** Sign-in, users, keys and roles over HTTP. */
@NullMarked
package io.millrace.access.web;

import org.jspecify.annotations.NullMarked;
