package brume.s3.refusal;

import brume.shape.Location;
import brume.shape.Member;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.util.ArrayList;
import java.util.List;

/// The elements that an error of S3 carries beside its code and message, such as `BucketName`, and
/// the headers that go with it.
///
/// The model does not have them; the reference shows them in its examples of errors.
public record Detail(StructureShape<?> shape, List<String> values) implements Structure {
  /// @param namesAndValues in turn
  public static Detail of(String... namesAndValues) {
    var members = new ArrayList<Member>();
    var values = new ArrayList<String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.add(Member.of(namesAndValues[i], SimpleShape.STRING));
      values.add(namesAndValues[i + 1]);
    }
    return new Detail(shape(members), values);
  }

  public Detail withHeader(String name, String value) {
    var members = new ArrayList<Member>(shape.members());
    members.add(Member.of(name, SimpleShape.STRING).wireName(name).in(Location.HEADER));
    var all = new ArrayList<>(values);
    all.add(value);
    return new Detail(shape(members), all);
  }

  private static StructureShape<?> shape(List<Member> members) {
    return StructureShape.<Detail>structure(
        "Detail",
        _ -> {
          throw new UnsupportedOperationException("A detail is never read");
        },
        members.toArray(Member[]::new));
  }

  @Override
  public Object member(int index) {
    return values.get(index);
  }
}
