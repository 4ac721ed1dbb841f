package brume.ses.identity;

import brume.ses.mime.Address;
import brume.ses.refusal.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The names of identities: an address or a domain, domains in lower case.
public final class IdentityName {
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");

  private IdentityName() {}

  /// Throws [Api#invalid] for what is neither an address nor a domain.
  public static String of(String text, Api api) {
    return text.indexOf('@') < 0 ? domain(text, api) : address(text, api);
  }

  public static String address(String text, Api api) {
    var address = Address.parse(text, api);
    if (address.name() != null || !DOMAIN.matcher(address.domain()).matches()) {
      throw api.invalid().because("Invalid email address<" + text + ">.");
    }
    return address.mailbox();
  }

  public static String domain(String text, Api api) {
    var domain = text.toLowerCase(Locale.ROOT);
    if (!DOMAIN.matcher(domain).matches()) {
      throw api.invalid().because("Invalid domain name " + text + '.');
    }
    return domain;
  }

  /// The identities that would let mail come from an address, the closest first: the address, its
  /// domain, and the domains above it.
  ///
  /// Source: Amazon SES Developer Guide, "Verified identities": a verified domain covers its
  /// subdomains.
  public static List<String> covering(Address address) {
    var names = new ArrayList<String>();
    names.add(address.mailbox());
    var domain = address.domain();
    while (domain.indexOf('.') > 0) {
      names.add(domain);
      domain = domain.substring(domain.indexOf('.') + 1);
    }
    return names;
  }
}
