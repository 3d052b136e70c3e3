/** The audit trail and the certificates of erasure over HTTP. */
@NullMarked
package io.millrace.privacy.web;

import org.jspecify.annotations.NullMarked;
