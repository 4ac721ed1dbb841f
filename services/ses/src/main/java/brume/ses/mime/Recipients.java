package brume.ses.mime;

import brume.ses.refusal.Api;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// @param blind get the message and are not named in it
public record Recipients(List<Address> to, List<Address> copies, List<Address> blind) {
  public static Recipients parse(
      @Nullable List<String> to,
      @Nullable List<String> copies,
      @Nullable List<String> blind,
      Api api) {
    return new Recipients(
        Address.parse(to, api), Address.parse(copies, api), Address.parse(blind, api));
  }

  public List<Address> all() {
    return Stream.of(to, copies, blind).flatMap(List::stream).toList();
  }
}
