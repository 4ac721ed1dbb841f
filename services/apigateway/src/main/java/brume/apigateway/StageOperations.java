package brume.apigateway;

import brume.apigateway.data.AccountSettings;
import brume.apigateway.data.RestApis;
import brume.apigateway.data.Tagged;
import brume.apigateway.operation.account.GetAccount;
import brume.apigateway.operation.account.GetTags;
import brume.apigateway.operation.account.TagResource;
import brume.apigateway.operation.account.UntagResource;
import brume.apigateway.operation.account.UpdateAccount;
import brume.apigateway.operation.keys.CreateApiKey;
import brume.apigateway.operation.keys.CreateUsagePlanKey;
import brume.apigateway.operation.keys.DeleteApiKey;
import brume.apigateway.operation.keys.DeleteUsagePlanKey;
import brume.apigateway.operation.keys.GetApiKey;
import brume.apigateway.operation.keys.GetApiKeys;
import brume.apigateway.operation.keys.GetUsagePlanKey;
import brume.apigateway.operation.keys.GetUsagePlanKeys;
import brume.apigateway.operation.keys.UpdateApiKey;
import brume.apigateway.operation.stages.CreateDeployment;
import brume.apigateway.operation.stages.CreateStage;
import brume.apigateway.operation.stages.DeleteDeployment;
import brume.apigateway.operation.stages.DeleteStage;
import brume.apigateway.operation.stages.GetDeployment;
import brume.apigateway.operation.stages.GetDeployments;
import brume.apigateway.operation.stages.GetStage;
import brume.apigateway.operation.stages.GetStages;
import brume.apigateway.operation.stages.UpdateDeployment;
import brume.apigateway.operation.stages.UpdateStage;
import brume.apigateway.operation.usage.CreateUsagePlan;
import brume.apigateway.operation.usage.DeleteUsagePlan;
import brume.apigateway.operation.usage.GetUsage;
import brume.apigateway.operation.usage.GetUsagePlan;
import brume.apigateway.operation.usage.GetUsagePlans;
import brume.apigateway.operation.usage.UpdateUsage;
import brume.apigateway.operation.usage.UpdateUsagePlan;
import brume.apigateway.usage.KeyRecords;
import brume.apigateway.usage.PlanRecords;
import brume.apigateway.usage.UsageLedger;
import brume.service.Operation;

/// The operations on what answers requests, and on who may send them.
final class StageOperations {
  private StageOperations() {}

  static Operation<?, ?>[] stages(RestApis apis, AccountSettings account) {
    return new Operation<?, ?>[] {
      new CreateDeployment(apis),
      new GetDeployment(apis),
      new GetDeployments(apis),
      new UpdateDeployment(apis),
      new DeleteDeployment(apis),
      new CreateStage(apis),
      new GetStage(apis),
      new GetStages(apis),
      new UpdateStage(apis, account),
      new DeleteStage(apis)
    };
  }

  static Operation<?, ?>[] keys(KeyRecords keys, PlanRecords plans) {
    return new Operation<?, ?>[] {
      new CreateApiKey(keys),
      new GetApiKey(keys),
      new GetApiKeys(keys),
      new UpdateApiKey(keys),
      new DeleteApiKey(plans),
      new CreateUsagePlanKey(plans),
      new GetUsagePlanKey(plans),
      new GetUsagePlanKeys(plans),
      new DeleteUsagePlanKey(plans)
    };
  }

  static Operation<?, ?>[] usage(PlanRecords plans, UsageLedger ledger) {
    return new Operation<?, ?>[] {
      new CreateUsagePlan(plans),
      new GetUsagePlan(plans),
      new GetUsagePlans(plans),
      new UpdateUsagePlan(plans),
      new DeleteUsagePlan(plans),
      new GetUsage(plans, ledger),
      new UpdateUsage(plans, ledger)
    };
  }

  static Operation<?, ?>[] account(Tagged tagged, AccountSettings settings) {
    return new Operation<?, ?>[] {
      new GetAccount(settings),
      new UpdateAccount(settings),
      new TagResource(tagged),
      new UntagResource(tagged),
      new GetTags(tagged)
    };
  }
}
