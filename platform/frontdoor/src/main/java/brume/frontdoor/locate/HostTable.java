package brume.frontdoor.locate;

import brume.base.Scope;
import brume.http.Request;
import brume.service.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells by host and path whom a request is for.
///
/// Under the suffix `localhost` a host is `<service>[.<region>]` for the AWS API,
/// `<bucket>[.s3[.<region>]]` for a bucket, or `<name>.<kind>[.<region>]` for a site; dualstack and
/// accelerated spellings of S3 are known. Any other host says nothing, and the API answers. The
/// path `/_brume/<kind>/[<region>/]<name>/…` reaches a site from any host, and `/_brume/…` Brume's
/// own pages.
///
/// Source: Amazon S3 User Guide, "Virtual hosting of buckets"; AWS General Reference, "Service
/// endpoints".
public final class HostTable {
  private static final String SUFFIX = ".localhost";
  private static final String OWN = "/_brume";
  private static final String BUCKETS = "s3";
  private static final List<String> SPELLINGS_OF_S3 = List.of(BUCKETS, "s3-accelerate", "s3-fips");

  private final Map<String, Site> sites = new HashMap<>();
  private final Directory directory;

  public HostTable(Directory directory) {
    this.directory = directory;
    for (var service : directory.services()) {
      service.sites().forEach(site -> sites.put(site.kind(), site));
    }
  }

  public Destination of(Request request) {
    var path = request.path();
    if (path.equals(OWN) || path.startsWith(OWN + '/')) {
      return ownOrSite(request, path.substring(OWN.length()));
    }
    var host = request.host();
    if (!host.endsWith(SUFFIX)) {
      return new Destination.Api(null, request);
    }
    var labels = host.substring(0, host.length() - SUFFIX.length()).split("\\.");
    return ofLabels(request, List.of(labels));
  }

  private Destination ownOrSite(Request request, String path) {
    var parts = path.split("/", 4);
    var site = parts.length > 2 ? sites.get(parts[1]) : null;
    if (site == null) {
      return new Destination.Own(path.isEmpty() ? "/" : path);
    }
    if (!Scope.isRegion(parts[2])) {
      return new Destination.AtSite(site, parts[2], null, below(request, path, parts[1], parts[2]));
    }
    var name = parts.length > 3 ? parts[3].split("/", 2)[0] : "";
    var inner = below(request, path, parts[1], parts[2], name);
    return new Destination.AtSite(site, name, parts[2], inner);
  }

  private static Request below(Request request, String path, String... prefix) {
    var rest = path.substring(1 + String.join("/", prefix).length());
    return request.withPath(rest.isEmpty() ? "/" : rest);
  }

  private Destination ofLabels(Request request, List<String> labels) {
    int last = labels.size() - 1;
    boolean regional = last > 0 && Scope.isRegion(labels.get(last));
    var names = regional ? labels.subList(0, last) : labels;
    if (names.getLast().equals("dualstack") && names.size() > 1) {
      names = names.subList(0, names.size() - 1);
    }
    var kind = names.getLast();
    if (names.size() > 1 && sites.containsKey(kind)) {
      var name = String.join(".", names.subList(0, names.size() - 1));
      var region = regional ? labels.get(last) : null;
      return new Destination.AtSite(sites.get(kind), name, region, request);
    }
    if (SPELLINGS_OF_S3.contains(kind)) {
      return inBucket(request, names.subList(0, names.size() - 1));
    }
    if (names.size() == 1 && directory.hasEndpoint(kind)) {
      return new Destination.Api(kind, request);
    }
    return regional && names.size() > 1 ? new Destination.NoSite(kind) : inBucket(request, names);
  }

  /// Puts the bucket that a host names where path-style requests have it.
  private static Destination inBucket(Request request, List<String> labels) {
    if (labels.isEmpty()) {
      return new Destination.Api(BUCKETS, request);
    }
    var path = '/' + String.join(".", labels) + request.path();
    return new Destination.Api(BUCKETS, request.withPath(path));
  }
}
