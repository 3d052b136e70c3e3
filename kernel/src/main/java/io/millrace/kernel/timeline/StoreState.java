package io.millrace.kernel.timeline;

record StoreState(Dictionary dictionary, long watermark) {}
