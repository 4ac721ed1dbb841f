package brume.ses.identity;

import brume.base.PercentCode;
import brume.service.Call;
import brume.ses.mime.Address;
import brume.ses.mime.Draft;
import brume.ses.mime.Recipients;
import java.util.List;

/// The message that asks the owner of an address or a domain to open a link.
///
/// AWS proves a domain by records in the DNS, which asks for a network; here whoever reads the mail
/// to its `postmaster` (RFC 5321 §4.5.1) owns it.
public record Invitation(Identity identity) {
  private static final Address FROM = new Address("no-reply-aws@amazon.com", "Amazon Web Services");

  public Address from() {
    return FROM;
  }

  public Address to() {
    var name = identity.name();
    return new Address(identity.isDomain() ? "postmaster@" + name : name, null);
  }

  public Draft draft(Call call) {
    var subject = "Amazon Web Services – Email Address Verification Request in region ";
    var text =
        """
        You, or somebody else, asked to send mail from %s through Brume.

        If it was you, open this link:

        %s

        If it was not, do nothing: nobody can send from it before the link was opened.
        """
            .formatted(identity.name(), link(call));
    var recipients = new Recipients(List.of(to()), List.of(), List.of());
    return new Draft(
        FROM, recipients, List.of(), new Draft.Text(subject + call.scope().region(), text, null));
  }

  private String link(Call call) {
    return String.join(
        "/",
        call.endpoint().url(),
        "_brume/mailbox",
        call.scope().region(),
        call.scope().account(),
        "verify",
        PercentCode.encode(identity.name()),
        identity.token());
  }
}
