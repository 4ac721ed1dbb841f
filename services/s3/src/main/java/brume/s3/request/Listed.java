package brume.s3.request;

import brume.model.s3.CommonPrefix;
import brume.model.s3.DeleteMarkerEntry;
import brume.model.s3.ObjectVersion;
import brume.model.s3.Owner;
import brume.s3.checksum.Checksum;
import brume.s3.data.Listings;
import brume.s3.listing.Listing;
import brume.s3.listing.Page;
import brume.s3.object.Carry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The entries of listings as replies show them.
public final class Listed {
  private Listed() {}

  /// @param owner null to leave it out
  public static List<brume.model.s3.Object> objects(
      Page<Listings.Entry> page, Listing listing, @Nullable Owner owner) {
    return page.entries().stream().map(entry -> object(entry, listing, owner)).toList();
  }

  private static brume.model.s3.Object object(
      Listings.Entry entry, Listing listing, @Nullable Owner owner) {
    var version = entry.version();
    var checksum = Checksum.in(version.head());
    return brume.model.s3.Object.builder()
        .key(listing.print(entry.key()))
        .eTag(version.etag())
        .lastModified(version.modified())
        .size(version.size())
        .storageClass(version.storageClass())
        .checksumAlgorithm(checksum == null ? null : List.of(checksum.algorithm().name()))
        .checksumType(checksum == null ? null : checksum.type().name())
        .owner(owner)
        .build();
  }

  public static List<ObjectVersion> versions(
      Page<Listings.Entry> page, Listing listing, Owner owner) {
    return page.entries().stream()
        .filter(entry -> !entry.version().isDeleteMarker())
        .map(
            entry ->
                Carry.all(object(entry, listing, owner), ObjectVersion.builder().build())
                    .toBuilder()
                    .versionId(entry.version().id())
                    .isLatest(entry.latest())
                    .build())
        .toList();
  }

  public static List<DeleteMarkerEntry> deleteMarkers(
      Page<Listings.Entry> page, Listing listing, Owner owner) {
    return page.entries().stream()
        .filter(entry -> entry.version().isDeleteMarker())
        .map(
            entry ->
                DeleteMarkerEntry.builder()
                    .key(listing.print(entry.key()))
                    .versionId(entry.version().id())
                    .lastModified(entry.version().modified())
                    .isLatest(entry.latest())
                    .owner(owner)
                    .build())
        .toList();
  }

  public static List<CommonPrefix> commonPrefixes(Page<?> page, Listing listing) {
    return page.commonPrefixes().stream()
        .map(prefix -> CommonPrefix.builder().prefix(listing.print(prefix)).build())
        .toList();
  }
}
