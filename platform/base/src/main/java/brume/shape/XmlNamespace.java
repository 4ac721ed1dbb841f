package brume.shape;

import org.jspecify.annotations.Nullable;

public record XmlNamespace(@Nullable String prefix, String uri) {}
