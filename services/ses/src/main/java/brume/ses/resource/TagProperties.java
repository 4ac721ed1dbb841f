package brume.ses.resource;

import brume.base.Arn;
import brume.model.sesv2.ListTagsForResourceRequest;
import brume.model.sesv2.SeSv2Model;
import brume.model.sesv2.Tag;
import brume.model.sesv2.TagResourceRequest;
import brume.model.sesv2.UntagResourceRequest;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.TemplateTags;
import java.util.List;

/// The tags that resources get from their templates.
final class TagProperties {
  private TagProperties() {}

  static List<Tag> of(ResourceType.Request request) {
    return TemplateTags.of(request).entrySet().stream()
        .map(tag -> new Tag(tag.getKey(), tag.getValue()))
        .toList();
  }

  /// Gives a resource the tags of its template in place of all that it has.
  static void set(Call call, Arn arn, ResourceType.Request request) {
    var wanted = of(request);
    var asked = new ListTagsForResourceRequest(arn.toString());
    var gone =
        call.invoke(SeSv2Model.LIST_TAGS_FOR_RESOURCE, asked).tags().stream()
            .map(Tag::key)
            .filter(key -> wanted.stream().noneMatch(tag -> tag.key().equals(key)))
            .toList();
    if (!gone.isEmpty()) {
      call.invoke(SeSv2Model.UNTAG_RESOURCE, new UntagResourceRequest(arn.toString(), gone));
    }
    if (!wanted.isEmpty()) {
      call.invoke(SeSv2Model.TAG_RESOURCE, new TagResourceRequest(arn.toString(), wanted));
    }
  }
}
