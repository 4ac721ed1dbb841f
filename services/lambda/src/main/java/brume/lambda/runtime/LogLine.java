package brume.lambda.runtime;

import java.time.Instant;

/// A line that a function printed or the platform wrote about it, with its line end if it has one.
public record LogLine(Instant time, String text) {}
