package brume.ses;

import brume.model.ses.SesModel;
import brume.service.Gate;
import brume.service.Operation;
import brume.service.Service;
import brume.ses.data.Retention;
import brume.ses.mailbox.MailboxSite;
import brume.ses.mailbox.Visitors;
import brume.ses.operation.identity.DeleteIdentity;
import brume.ses.operation.identity.DeleteIdentityPolicy;
import brume.ses.operation.identity.DeleteVerifiedEmailAddress;
import brume.ses.operation.identity.GetIdentityPolicies;
import brume.ses.operation.identity.GetIdentityVerificationAttributes;
import brume.ses.operation.identity.ListIdentities;
import brume.ses.operation.identity.ListIdentityPolicies;
import brume.ses.operation.identity.ListVerifiedEmailAddresses;
import brume.ses.operation.identity.PutIdentityPolicy;
import brume.ses.operation.identity.VerifyDomainIdentity;
import brume.ses.operation.identity.VerifyEmailAddress;
import brume.ses.operation.identity.VerifyEmailIdentity;
import brume.ses.operation.sending.GetAccountSendingEnabled;
import brume.ses.operation.sending.GetSendQuota;
import brume.ses.operation.sending.GetSendStatistics;
import brume.ses.operation.sending.SendEmail;
import brume.ses.operation.sending.SendRawEmail;
import brume.ses.operation.sending.UpdateAccountSendingEnabled;
import brume.ses.send.Domain;
import brume.store.Store;
import java.util.List;

/// Both versions of the service, as the server wires them.
public final class Ses {
  private Ses() {}

  /// @param gate tells the mailbox who signed a request
  /// @param openOnLoopback whether processes of this machine may read the mailbox without a
  ///   signature
  public static List<Service> services(Store store, Gate gate, boolean openOnLoopback) {
    var domain = Domain.on(store);
    var visitors = new Visitors(gate, openOnLoopback);
    var one =
        Service.of(SesModel.SERVICE)
            .operations(identities(domain))
            .operations(sending(domain))
            .sites(new MailboxSite(domain.identities(), domain.mails(), visitors))
            .jobs(new Retention(domain.mails()))
            .build();
    return List.of(one);
  }

  private static Operation<?, ?>[] identities(Domain domain) {
    var identities = domain.identities();
    return new Operation<?, ?>[] {
      new VerifyEmailIdentity(identities),
      new VerifyEmailAddress(identities),
      new VerifyDomainIdentity(identities),
      new DeleteIdentity(identities),
      new DeleteVerifiedEmailAddress(identities),
      new ListIdentities(identities),
      new ListVerifiedEmailAddresses(identities),
      new GetIdentityVerificationAttributes(identities),
      new PutIdentityPolicy(identities),
      new DeleteIdentityPolicy(identities),
      new GetIdentityPolicies(identities),
      new ListIdentityPolicies(identities)
    };
  }

  private static Operation<?, ?>[] sending(Domain domain) {
    var sending = domain.sending();
    return new Operation<?, ?>[] {
      new SendEmail(sending),
      new SendRawEmail(sending),
      new GetSendQuota(domain.statistics()),
      new GetSendStatistics(domain.statistics()),
      new GetAccountSendingEnabled(domain.settings()),
      new UpdateAccountSendingEnabled(domain.settings())
    };
  }
}
