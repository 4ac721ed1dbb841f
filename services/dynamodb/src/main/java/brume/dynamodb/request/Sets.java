package brume.dynamodb.request;

import brume.base.Bytes;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Value;
import java.util.LinkedHashSet;
import java.util.List;

/// Sets of requests, which have members, and each of them once.
final class Sets {
  private Sets() {}

  static Value ofStrings(List<String> texts) {
    if (texts.isEmpty()) {
      throw Invalid.parameter("An string set  may not be empty");
    }
    if (texts.contains("")) {
      throw Invalid.parameter("An string set may not have a empty string as a member");
    }
    var members = new LinkedHashSet<>(texts);
    if (members.size() < texts.size()) {
      throw Invalid.parameter("Input collection " + texts + " contains duplicates.");
    }
    return new Value.SS(members);
  }

  /// @param numbers canonical
  static Value ofNumbers(List<String> numbers) {
    if (numbers.isEmpty()) {
      throw Invalid.parameter("An number set  may not be empty");
    }
    var members = new LinkedHashSet<>(numbers);
    if (members.size() < numbers.size()) {
      throw Invalid.request("Input collection contains duplicates");
    }
    return new Value.NS(members);
  }

  static Value ofBlobs(List<Bytes> blobs) {
    if (blobs.isEmpty()) {
      throw Invalid.parameter("Binary sets should not be empty");
    }
    if (blobs.contains(Bytes.EMPTY)) {
      throw Invalid.parameter("Binary sets may not contain null or empty values");
    }
    var members = new LinkedHashSet<>(blobs);
    if (members.size() < blobs.size()) {
      throw Invalid.parameter(
          "Input collection "
              + blobs.stream().map(Bytes::toBase64).toList()
              + "of type BS contains duplicates.");
    }
    return new Value.BS(members);
  }
}
