//! Words of the start screen.

use crate::text;
use crate::text::Text;

/// The promise.
pub const PROMISE: Text = text!(
    "Paste kubectl output. See the cluster, what is broken in it, and why.",
    "粘贴 kubectl 的输出，看清集群的架构、哪里坏了、为什么坏。"
);
/// Below the promise.
pub const HOW: Text = text!(
    "Porthole draws the cluster your text describes, points at the line that proves each finding, and names the next command to run. No access to the cluster is needed.",
    "Porthole 根据文本画出集群，为每条结论指出原文中的依据，并给出下一条该执行的命令。无需访问集群。"
);
/// Label of the text area.
pub const FIELD: Text = text!("kubectl output", "kubectl 输出");
/// In the empty text area.
pub const PLACEHOLDER: Text = text!(
    "Paste here, or anywhere on the page. Several outputs at once are fine, prompts and all.\n\n$ kubectl get nodes -o wide\nNAME   STATUS   ROLES           AGE   VERSION …",
    "粘贴到这里，或页面任意位置。可以一次粘贴多条命令的输出，带提示符也没关系。\n\n$ kubectl get nodes -o wide\nNAME   STATUS   ROLES           AGE   VERSION …"
);
/// Reads what was typed.
pub const READ: Text = text!("Read this text", "读取这段文本");
/// Opens the file dialog.
pub const CHOOSE: Text = text!("Choose files", "选择文件");
/// Beside the file button.
pub const DROP_HINT: Text = text!("or drop files and folders anywhere", "或将文件、文件夹拖到页面任意位置");
/// While files hang over the page.
pub const DROP_NOW: Text = text!("Drop to read", "松开即可读取");
/// Below it.
pub const DROP_STAYS: Text = text!("The files stay in this browser tab.", "文件不会离开此浏览器标签页。");
/// Heading of the examples.
pub const EXAMPLES: Text = text!("Nothing at hand? Open an example", "手边没有输出？打开一个示例");
/// Heading of the commands.
pub const COMMANDS: Text = text!("What to run and paste", "执行这些命令，再粘贴输出");
/// Below that heading.
pub const COMMANDS_WHY: Text =
    text!("Any one of them is a start; together they give the full picture.", "任意一条都可以开始，合在一起最完整。");
/// About `get nodes`.
pub const NODES_WHY: Text = text!("the machines, their roles and versions", "机器、角色与版本");
/// About `get pods`.
pub const PODS_WHY: Text = text!("what runs, and where", "运行着什么、在哪里");
/// About `cluster-info`.
pub const INFO_WHY: Text = text!("the address that kubectl talks to", "kubectl 访问的地址");
/// About `describe pod`.
pub const DESCRIBE_WHY: Text = text!("the API server's flags, probes and events", "API 服务器的参数、探针与事件");
/// Heading of the privacy promise.
pub const PRIVATE: Text = text!("Nothing leaves this page", "数据不会离开本页");
/// The promise.
pub const PRIVATE_WHY: Text = text!(
    "Your text is read by code in this tab. A Content-Security-Policy in the page forbids it every network connection, and nothing is stored.",
    "文本只由此标签页中的代码读取。页面内的 Content-Security-Policy 禁止任何网络连接，也不会保存任何内容。"
);
/// How to check it.
pub const PRIVATE_CHECK: Text = text!("Check it yourself", "自行验证");
/// First way.
pub const CHECK_SOURCE: Text = text!(
    "View the page source: its first lines hold the policy, with connect-src 'none'.",
    "查看网页源代码：开头几行就是该策略，其中包含 connect-src 'none'。"
);
/// Second way.
pub const CHECK_NETWORK: Text =
    text!("Open the developer tools, Network tab, then paste: no request appears.", "打开开发者工具的“网络”面板再粘贴：不会出现任何请求。");
/// Third way.
pub const CHECK_OFFLINE: Text =
    text!("Switch off the network and reload the saved file: it works the same.", "断开网络，重新打开保存到本地的页面文件：功能完全一样。");
