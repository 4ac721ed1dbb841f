package brume.frontdoor.locate;

import brume.http.Request;
import brume.service.Site;
import org.jspecify.annotations.Nullable;

/// Whom a request is for.
public sealed interface Destination {
  /// An operation of the AWS API.
  ///
  /// @param endpointPrefix the service that the host names, such as `dynamodb`; null when the host
  ///   names none
  /// @param routed the request as it is routed and decoded: with a bucket of the host in its path
  record Api(@Nullable String endpointPrefix, Request routed) implements Destination {}

  /// A resource of a site.
  ///
  /// @param region null when the request names none
  /// @param request with the path that the host form has
  record AtSite(Site site, String name, @Nullable String region, Request request)
      implements Destination {}

  /// A site of a kind that is not here.
  record NoSite(String kind) implements Destination {}

  /// Brume's own pages.
  ///
  /// @param path behind `/_brume`, beginning with `/`
  record Own(String path) implements Destination {}
}
