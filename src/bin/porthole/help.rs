//! The help texts. A table of words only.

use porthole::text;
use porthole::text::Text;

/// `porthole --help`.
pub const HELP: Text = text!(
    "\
Porthole shows a Kubernetes cluster to someone who has nothing but its kubectl output.
It reads text only: it contacts no cluster and sends nothing anywhere.

Usage:
  porthole diagnose [OPTIONS] PATH...    say what is wrong, why, and what to run next
  porthole draw [OPTIONS] PATH...        draw the cluster, for Mermaid or draw.io
  porthole rules                         list what it looks for
  porthole explain NAME                  tell about a component, a kind, a state, a rule or a flag
  porthole help [diagnose|draw]
  porthole --version

Options:
  --lang en|zh    language of help and reports (default: from LC_ALL, LC_MESSAGES or LANG)
  -h, --help      print this help
  -V, --version   print the version
",
    "\
Porthole 只凭 kubectl 的输出，就能展示一个 Kubernetes 集群的全貌。
它只读取文本：不连接任何集群，也不向任何地方发送数据。

用法：
  porthole diagnose [选项] 路径...    指出哪里出了问题、原因是什么、接下来运行什么
  porthole draw [选项] 路径...        画出集群，供 Mermaid 或 draw.io 使用
  porthole rules                  列出检查的所有问题
  porthole explain 名称           讲解一个组件、资源类型、状态、规则或参数
  porthole help [diagnose|draw]
  porthole --version

选项：
  --lang en|zh    帮助和报告的语言（默认取自 LC_ALL、LC_MESSAGES 或 LANG）
  -h, --help      显示本帮助
  -V, --version   显示版本
",
);

/// `porthole help diagnose`.
pub const DIAGNOSE: Text = text!(
    "\
Says what is wrong with a cluster, why, which line proves it, and what to run next.

Usage:
  porthole diagnose [OPTIONS] PATH...

A PATH is a file with output of kubectl, a folder (all files below it; hidden files and links to
folders are left out), an archive (tar, gzip, zip), or - for standard input. Several are read together;
what is of different clusters is kept apart.

Options:
  --format text|markdown|json    for people (default), for an issue or a chat, for programs
  --fail-on warning|critical     exit with 3 if there is a finding of that severity or above
  --dismiss RULE[=REASON]        set aside what that rule finds; it is listed with the reason
  --lang en|zh                   language of the report (default: from LC_ALL, LC_MESSAGES or LANG)
  --color auto|always|never      colours in a text report (default: auto)
  -h, --help                     print this help

Exit codes:
  0    the input was understood, whatever it shows
  1    wrong usage, or a file cannot be read
  2    nothing in the input was output of kubectl
  3    --fail-on found something

Examples:
  kubectl get pods -A -o wide | porthole diagnose -
  porthole diagnose nodes.txt pods.txt
  porthole diagnose --format markdown outputs/ > report.md
",
    "\
指出集群哪里出了问题、原因是什么、哪一行可以证明，以及接下来运行什么。

用法：
  porthole diagnose [选项] 路径...

路径可以是保存了 kubectl 输出的文件、目录（读取其下所有文件，跳过隐藏文件和指向目录的链接）、
归档文件（tar、gzip、zip），或用 - 表示标准输入。多个路径会一起读取；属于不同集群的内容会分开。

选项：
  --format text|markdown|json    供人阅读（默认）、贴到 issue 或聊天中、供程序读取
  --fail-on warning|critical     有达到该严重程度的发现时，以退出码 3 结束
  --dismiss 规则[=原因]          忽略该规则的发现，并连同原因列出
  --lang en|zh                   报告的语言（默认取自 LC_ALL、LC_MESSAGES 或 LANG）
  --color auto|always|never      文本报告是否使用颜色（默认：auto）
  -h, --help                     显示本帮助

退出码：
  0    输入已被理解，无论其中显示了什么
  1    用法错误，或文件无法读取
  2    输入中没有任何 kubectl 输出
  3    --fail-on 命中

示例：
  kubectl get pods -A -o wide | porthole diagnose -
  porthole diagnose nodes.txt pods.txt
  porthole diagnose --format markdown outputs/ > report.md
",
);

/// `porthole help draw`.
pub const DRAW: Text = text!(
    "\
Draws a cluster as text that another program opens.

Usage:
  porthole draw [OPTIONS] PATH...

A PATH is what it is for diagnose. Of several clusters, that with most objects is drawn.

Options:
  --format mermaid|drawio    a flow chart for Markdown (default), or a document for draw.io
  --view VIEW                architecture (default), nodes, traffic, workloads or timeline
  --lang en|zh               language of the labels (default: from LC_ALL, LC_MESSAGES or LANG)
  -h, --help                 print this help

Examples:
  porthole draw outputs/ > cluster.mmd
  porthole draw --format drawio --view nodes nodes.txt pods.txt > nodes.drawio
",
    "\
把集群画成其他程序可以打开的图。

用法：
  porthole draw [选项] 路径...

路径的写法与 diagnose 相同。文本来自多个集群时，画出对象最多的那一个。

选项：
  --format mermaid|drawio    可嵌入 Markdown 的流程图（默认），或 draw.io 文档
  --view 视图                architecture（默认）、nodes、traffic、workloads 或 timeline
  --lang en|zh               标签的语言（默认取自 LC_ALL、LC_MESSAGES 或 LANG）
  -h, --help                 显示本帮助

示例：
  porthole draw outputs/ > cluster.mmd
  porthole draw --format drawio --view nodes nodes.txt pods.txt > nodes.drawio
",
);
