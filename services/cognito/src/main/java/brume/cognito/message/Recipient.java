package brume.cognito.message;

import brume.cognito.user.User;
import brume.model.cognitoidp.CodeDeliveryDetailsType;
import org.jspecify.annotations.Nullable;

/// Where a message goes.
public record Recipient(Medium medium, String address) {
  /// The digits of a phone number that callers are shown.
  private static final int SHOWN_DIGITS = 4;

  /// Null when the user has no such address.
  public static @Nullable Recipient of(User user, Medium medium) {
    var address = user.attributes().get(medium.attribute());
    return address == null ? null : new Recipient(medium, address);
  }

  /// Null when the user has no such address, or has not verified it.
  public static @Nullable Recipient verified(User user, Medium medium) {
    return user.hasVerified(medium.attribute()) ? of(user, medium) : null;
  }

  /// As callers are told: not readable as an address.
  public CodeDeliveryDetailsType details() {
    return new CodeDeliveryDetailsType(medium.attribute(), medium.name(), hidden());
  }

  /// What is shown of the address.
  public String hidden() {
    return switch (medium) {
      case EMAIL -> {
        int at = address.indexOf('@');
        yield address.charAt(0)
            + "***@"
            + address.charAt(Math.min(at + 1, address.length() - 1))
            + "***";
      }
      case SMS -> {
        int shown = Math.max(1, address.length() - SHOWN_DIGITS);
        yield "+" + "*".repeat(shown - 1) + address.substring(shown);
      }
    };
  }
}
