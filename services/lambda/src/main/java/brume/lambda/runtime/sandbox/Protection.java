package brume.lambda.runtime.sandbox;

/// One thing that keeps a function apart from the host and from others.
///
/// @param present whether this host gives it
/// @param detail how, or why not
public record Protection(String name, boolean present, String detail) {}
