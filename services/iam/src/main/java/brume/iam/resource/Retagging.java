package brume.iam.resource;

import brume.model.iam.Tag;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What makes the tags that something has those that a template wants.
///
/// @param gone keys of the tags to take away
record Retagging(List<String> gone, List<Tag> more) {
  static Retagging of(@Nullable List<Tag> there, @Nullable List<Tag> wanted) {
    var more = wanted == null ? List.<Tag>of() : wanted;
    var gone =
        (there == null ? List.<Tag>of() : there)
            .stream()
                .map(Tag::key)
                .filter(key -> more.stream().noneMatch(tag -> tag.key().equals(key)))
                .toList();
    return new Retagging(gone, more);
  }

  void run(Consumer<List<String>> untag, Consumer<List<Tag>> tag) {
    if (!gone.isEmpty()) {
      untag.accept(gone);
    }
    if (!more.isEmpty()) {
      tag.accept(more);
    }
  }
}
