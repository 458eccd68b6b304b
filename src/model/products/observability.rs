//! Monitoring, tracing and logging.

use crate::model::component::Role::{Logging, Monitoring};
use crate::model::product::Product;

/// The table.
pub const PRODUCTS: &[Product] = &[
    Product::agent("cadvisor", "cAdvisor", Monitoring).pods(&["cadvisor"]).owns(&["cadvisor"]).images(&["cadvisor"]),
    Product::service("prometheus", "Prometheus", Monitoring)
        .pods(&["prometheus", "prometheus-server", "prometheus-k8s"])
        .owns(&["openshift-monitoring", "openshift-user-workload-monitoring"])
        .images(&["prometheus"]),
    Product::service("prometheus-operator", "Prometheus Operator", Monitoring)
        .pods(&["prometheus-operator", "kube-prometheus-stack-operator"])
        .images(&["prometheus-operator"]),
    Product::service("kube-prometheus-stack", "kube-prometheus-stack", Monitoring)
        .pods(&["kube-prometheus-stack", "prometheus-kube-prometheus-stack"]),
    Product::service("prometheus-pushgateway", "Prometheus Pushgateway", Monitoring)
        .pods(&["prometheus-pushgateway", "pushgateway"])
        .images(&["pushgateway"]),
    Product::service("prometheus-blackbox-exporter", "Blackbox exporter", Monitoring)
        .pods(&["blackbox-exporter", "prometheus-blackbox-exporter"])
        .images(&["blackbox-exporter"]),
    Product::service("alertmanager", "Alertmanager", Monitoring)
        .pods(&["alertmanager", "prometheus-alertmanager"])
        .images(&["alertmanager"]),
    Product::service("grafana", "Grafana", Monitoring)
        .pods(&["grafana", "kube-prometheus-stack-grafana", "prometheus-grafana"])
        .images(&["grafana"]),
    Product::service("kube-state-metrics", "kube-state-metrics", Monitoring)
        .pods(&["kube-state-metrics", "prometheus-kube-state-metrics", "kube-prometheus-stack-kube-state-metrics"])
        .images(&["kube-state-metrics"]),
    Product::agent("node-exporter", "node_exporter", Monitoring)
        .pods(&[
            "node-exporter",
            "prometheus-node-exporter",
            "prometheus-prometheus-node-exporter",
            "kube-prometheus-stack-prometheus-node-exporter",
        ])
        .images(&["node-exporter"]),
    Product::service("thanos", "Thanos", Monitoring)
        .pods(&[
            "thanos-query",
            "thanos-store",
            "thanos-storegateway",
            "thanos-compact",
            "thanos-compactor",
            "thanos-receive",
            "thanos-ruler",
            "thanos-bucketweb",
        ])
        .images(&["thanos"]),
    Product::service("victoria-metrics", "VictoriaMetrics", Monitoring)
        .pods(&[
            "vmagent",
            "vmsingle",
            "vmstorage",
            "vmselect",
            "vminsert",
            "vmalert",
            "vmalertmanager",
            "victoria-metrics",
            "victoria-metrics-operator",
            "vm-operator",
        ])
        .images(&["victoria-metrics", "vmagent", "vmstorage", "vmselect", "vminsert", "vmalert"]),
    Product::service("nightingale", "Nightingale", Monitoring)
        .pods(&["nightingale-center", "categraf"])
        .images(&["nightingale", "categraf"]),
    Product::service("loki", "Grafana Loki", Logging)
        .pods(&[
            "loki-0",
            "loki-gateway",
            "loki-write",
            "loki-read",
            "loki-backend",
            "loki-distributor",
            "loki-ingester",
            "loki-querier",
            "loki-canary",
            "loki-stack",
        ])
        .images(&["loki"]),
    Product::agent("promtail", "Promtail", Logging).pods(&["promtail", "loki-promtail", "loki-stack-promtail"]).images(&["promtail"]),
    Product::agent("grafana-alloy", "Grafana Alloy", Monitoring)
        .pods(&["grafana-alloy", "alloy-logs", "alloy-metrics", "alloy-receiver", "alloy-singleton"])
        .images(&["alloy"]),
    Product::service("tempo", "Grafana Tempo", Monitoring)
        .pods(&["tempo-0", "tempo-distributor", "tempo-ingester", "tempo-querier", "tempo-query-frontend", "tempo-compactor"])
        .images(&["tempo"]),
    Product::service("jaeger", "Jaeger", Monitoring)
        .pods(&["jaeger-operator", "jaeger-query", "jaeger-collector", "jaeger-agent", "jaeger-all-in-one"])
        .images(&["jaeger-operator", "jaeger-query", "jaeger-collector", "jaeger-agent"]),
    Product::service("opentelemetry-collector", "OpenTelemetry Collector", Monitoring)
        .pods(&[
            "otel-collector",
            "opentelemetry-collector",
            "opentelemetry-operator",
            "opentelemetry-operator-controller-manager",
            "otel-agent",
            "otel-gateway",
        ])
        .owns(&["opentelemetry-operator-system"])
        .images(&["opentelemetry-collector", "opentelemetry-collector-contrib", "opentelemetry-operator"]),
    Product::service("skywalking", "SkyWalking", Monitoring)
        .pods(&["skywalking-oap", "skywalking-ui"])
        .images(&["skywalking-oap-server", "skywalking-ui"]),
    Product::agent("fluentd", "Fluentd", Logging)
        .pods(&["fluentd", "fluentd-elasticsearch", "fluentd-es", "fluentd-gcp"])
        .images(&["fluentd", "fluentd-kubernetes-daemonset"]),
    Product::agent("fluent-bit", "Fluent Bit", Logging).pods(&["fluent-bit", "fluentbit"]).images(&["fluent-bit", "aws-for-fluent-bit"]),
    Product::agent("filebeat", "Filebeat", Logging).pods(&["filebeat", "filebeat-filebeat"]).images(&["filebeat"]),
    Product::agent("vector", "Vector", Logging).pods(&["vector-agent", "vector-aggregator"]),
    Product::agent("logtail", "Logtail (SLS)", Logging).pods(&["logtail-ds", "alibaba-log-controller"]).images(&["logtail"]),
    Product::service("elasticsearch", "Elasticsearch", Logging)
        .pods(&["elasticsearch-master", "elasticsearch-data", "elasticsearch-logging", "elastic-operator"])
        .owns(&["elastic-system"])
        .images(&["elasticsearch", "eck-operator"]),
    Product::service("kibana", "Kibana", Logging).pods(&["kibana-kibana", "kibana-logging"]).images(&["kibana"]),
    Product::service("opensearch", "OpenSearch", Logging)
        .pods(&["opensearch-cluster-master", "opensearch-dashboards", "opensearch-operator"])
        .images(&["opensearch", "opensearch-dashboards"]),
    Product::agent("datadog", "Datadog", Monitoring)
        .pods(&["datadog", "datadog-agent", "datadog-cluster-agent", "datadog-operator"])
        .owns(&["datadog"]),
    Product::agent("newrelic", "New Relic", Monitoring)
        .pods(&["newrelic-bundle", "newrelic-infrastructure", "newrelic-logging", "nri-bundle"])
        .owns(&["newrelic"])
        .images(&["newrelic-infrastructure"]),
    Product::agent("dynatrace", "Dynatrace", Monitoring)
        .pods(&["dynatrace-operator", "dynatrace-oneagent", "dynatrace-webhook"])
        .owns(&["dynatrace"])
        .images(&["dynatrace-operator"]),
    Product::agent("splunk", "Splunk", Logging)
        .pods(&["splunk-otel-collector", "splunk-otel-collector-agent", "splunk-kubernetes-logging"])
        .owns(&["splunk"])
        .images(&["splunk-otel-collector"]),
    Product::agent("zabbix", "Zabbix", Monitoring)
        .pods(&["zabbix-agent", "zabbix-proxy", "zabbix-server", "zabbix-web"])
        .owns(&["zabbix"])
        .images(&["zabbix-agent", "zabbix-agent2"]),
    Product::agent("netdata", "Netdata", Monitoring)
        .pods(&["netdata-child", "netdata-parent", "netdata-k8s-state"])
        .owns(&["netdata"])
        .images(&["netdata"]),
    Product::service("kubecost", "Kubecost", Monitoring)
        .pods(&["kubecost-cost-analyzer", "kubecost-prometheus-server"])
        .owns(&["kubecost"]),
    Product::service("opencost", "OpenCost", Monitoring).pods(&["opencost"]).owns(&["opencost"]).images(&["opencost"]),
    Product::service("k8sgpt", "K8sGPT", Monitoring)
        .pods(&["k8sgpt-operator-controller-manager"])
        .owns(&["k8sgpt-operator-system"])
        .images(&["k8sgpt"]),
];
