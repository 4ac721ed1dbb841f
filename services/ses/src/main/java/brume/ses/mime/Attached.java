package brume.ses.mime;

import brume.base.Bytes;
import org.jspecify.annotations.Nullable;

/// A file that comes with a message.
///
/// @param type such as `application/pdf`
/// @param contentId by which the HTML of the message shows it; null for none
/// @param inline shown within the message rather than beside it
public record Attached(
    String name, String type, @Nullable String contentId, boolean inline, Bytes content) {}
