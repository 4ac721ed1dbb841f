package brume.s3.bucket;

import static brume.model.s3.S3Error.INVALID_ARGUMENT;
import static brume.model.s3.S3Error.INVALID_REQUEST;

import brume.model.s3.WebsiteConfiguration;
import brume.s3.refusal.Detail;

/// What a website may be.
///
/// Source: Amazon S3 User Guide, "Hosting a static website using Amazon S3".
public final class WebsiteRules {
  static final int MAX_ROUTING_RULES = 50;

  private WebsiteRules() {}

  public static void check(WebsiteConfiguration website) {
    var index = website.indexDocument();
    if (website.redirectAllRequestsTo() != null) {
      if (index != null || website.errorDocument() != null || website.routingRules() != null) {
        throw INVALID_ARGUMENT.because(
            "RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.");
      }
      return;
    }
    if (index == null) {
      throw INVALID_ARGUMENT.because(
          "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty",
          Detail.of("ArgumentName", "IndexDocument", "ArgumentValue", "null"));
    }
    if (index.suffix().isEmpty() || index.suffix().contains("/")) {
      throw INVALID_ARGUMENT.because(
          "The IndexDocument Suffix is not well formed",
          Detail.of("ArgumentName", "IndexDocument", "ArgumentValue", index.suffix()));
    }
    if (website.routingRules() != null && website.routingRules().size() > MAX_ROUTING_RULES) {
      throw INVALID_REQUEST.because(
          "The number of routing rules must not exceed allowed limit of " + MAX_ROUTING_RULES);
    }
  }
}
