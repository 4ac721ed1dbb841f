package brume.apigateway.execution;

import brume.apigateway.accesslog.AccessLogs;
import brume.apigateway.authorizer.Guards;
import brume.apigateway.cache.StageCaches;
import brume.apigateway.data.AccountSettings;
import brume.apigateway.gateway.Upstream;
import brume.apigateway.usage.Allowance;

/// What carrying out requests needs, whatever they are for.
public record Engine(
    Upstream upstream,
    Guards guards,
    StageCaches caches,
    Allowance allowance,
    AccountSettings account,
    AccessLogs logs) {}
