package brume.ses.send;

import brume.base.Arn;
import brume.base.Scope;
import brume.identity.Principal;
import brume.json.Json;
import brume.service.Access;
import brume.service.Call;
import brume.ses.data.ConfigurationSets;
import brume.ses.data.Identities;
import brume.ses.data.Identities.Sender;
import brume.ses.data.Templates;
import brume.ses.identity.Identity;
import brume.ses.identity.IdentityName;
import brume.ses.mime.Address;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who sends: the identity behind a sender's address, and what a caller must be allowed to use it.
///
/// Source: Amazon SES Developer Guide, "Using sending authorization" and "Controlling access to
/// Amazon SES".
final class Senders {
  /// What Cognito sends from unless a user pool has an address of its own.
  private static final String COGNITO_ADDRESS = "no-reply@verificationemail.com";

  /// Source: Amazon SES Developer Guide, "Using the mailbox simulator manually".
  private static final String SIMULATOR = "simulator.amazonses.com";

  private static final Principal COGNITO = new Principal.Service("cognito-idp.amazonaws.com");
  private static final String COGNITO_POLICY =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ses:SendEmail",
       "Principal": {"Service": "cognito-idp.amazonaws.com"}, "Resource": "*"}]}
      """;

  private final Identities identities;

  Senders(Identities identities) {
    this.identities = identities;
  }

  Access access(Call call, Order order) {
    var sender = sender(call.scope(), order);
    var arn = Identity.arn(owner(call.scope(), order), sender.name());
    var access = to(order, arn).guardedBy(guard(arn, sender, order));
    if (order.configurationSet() != null) {
      access = access.and(to(order, ConfigurationSets.arn(call.scope(), order.configurationSet())));
    }
    if (order.template() != null) {
      access = access.and(to(order, Templates.arn(call.scope(), order.template())));
    }
    return access;
  }

  private static Access to(Order order, Arn arn) {
    var access =
        Access.to(order.action(), arn)
            .where("ses:FromAddress", order.from().mailbox())
            .where("ses:Recipients", order.mailboxes().toArray(String[]::new));
    var name = order.from().name();
    return name == null ? access : access.where("ses:FromDisplayName", name);
  }

  private static Access.Guard guard(Arn arn, Sender sender, Order order) {
    if (order.from().mailbox().equals(COGNITO_ADDRESS)) {
      return new Access.Guard(arn.account(), COGNITO_POLICY);
    }
    var identity = sender.identity();
    return new Access.Guard(arn.account(), identity == null ? null : together(identity.policies()));
  }

  /// One document with the statements of all, without their ids, which are unique in one only.
  private static @Nullable String together(Map<String, String> policies) {
    if (policies.isEmpty()) {
      return null;
    }
    var statements = new ArrayList<Json>();
    for (var document : policies.values()) {
      var own = ((Json.Obj) Json.parse(document)).get("Statement");
      for (var statement : own == null ? List.<Json>of() : own.list()) {
        statements.add(((Json.Obj) statement).without("Sid"));
      }
    }
    return Json.object("Version", Json.of("2012-10-17"), "Statement", new Json.Arr(statements))
        .print();
  }

  /// Whether the caller sends for AWS itself, whose addresses need no identity here.
  private static boolean isCognito(Call call, Order order) {
    return call.caller().equals(COGNITO) && order.from().mailbox().equals(COGNITO_ADDRESS);
  }

  /// The verified identity that sends; null when a service sends for AWS itself.
  @Nullable Identity verified(Call call, Order order) {
    if (isCognito(call, order)) {
      return null;
    }
    var sender = sender(call.scope(), order);
    var identity = sender.identity();
    if (identity == null) {
      throw unverified(call.scope(), order, List.of(order.from().mailbox()));
    }
    return identity;
  }

  /// Throws when the account is in the sandbox and not all recipients are verified there. The
  /// simulator's are, and so is whomever Cognito writes to for AWS itself.
  void checkRecipients(Call call, Order order) {
    if (isCognito(call, order)) {
      return;
    }
    var unverified =
        order.recipients().stream()
            .filter(to -> !to.domain().equals(SIMULATOR))
            .filter(to -> identities.sender(call.scope(), to).identity() == null)
            .map(Address::mailbox)
            .toList();
    if (!unverified.isEmpty()) {
      throw unverified(call.scope(), order, unverified);
    }
  }

  private static ServiceException unverified(Scope scope, Order order, List<String> names) {
    return order
        .api()
        .rejected()
        .because(
            "Email address is not verified. The following identities failed the check in region "
                + scope.region().toUpperCase(Locale.ROOT)
                + ": "
                + String.join(", ", names));
  }

  private Sender sender(Scope scope, Order order) {
    var arn = order.fromArn();
    if (arn == null) {
      return identities.sender(scope, order.from());
    }
    var name = named(order, arn).name();
    if (!IdentityName.covering(order.from()).contains(name)) {
      throw order
          .api()
          .invalid()
          .because("The identity " + arn + " does not cover " + order.from().mailbox());
    }
    var identity = identities.find(owner(scope, order), name);
    return new Sender(name, identity != null && identity.verified() ? identity : null);
  }

  private static Scope owner(Scope scope, Order order) {
    var arn = order.fromArn();
    return arn == null ? scope : new Scope(named(order, arn).account(), scope.region());
  }

  private static Arn named(Order order, String text) {
    var arn = Arn.parse(text).orElse(null);
    if (arn == null
        || !arn.service().equals("ses")
        || !arn.resource().startsWith("identity/")
        || !Scope.isAccount(arn.account())) {
      throw order.api().invalid().because("Invalid ARN: " + text);
    }
    return arn;
  }
}
