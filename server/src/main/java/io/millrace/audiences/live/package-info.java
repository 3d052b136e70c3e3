/** Audiences: who is in them now, in real time and exactly once. */
@NullMarked
package io.millrace.audiences.live;

import org.jspecify.annotations.NullMarked;
