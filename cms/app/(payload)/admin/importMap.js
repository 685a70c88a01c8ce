import { Head as Head_b0920f5e92e87bba1bc8accb5afe2919 } from '../../../components/content/Head.tsx'
import { PasteWhole as PasteWhole_678266b0295b9672b355db2147a43c41 } from '../../../components/content/PasteWhole.tsx'
import { Writing as Writing_a086a4d7459a11564cd126673177357b } from '../../../components/writing/Writing.tsx'
import { ReturnedComments as ReturnedComments_f212704620db2b3cf7a29626453ba0ae } from '../../../components/content/ReturnedComments.tsx'
import { FieldMended as FieldMended_9991b1b058d0ebe50ef3366f5d9554ee } from '../../../components/writing/FieldMended.tsx'
import { FieldProposed as FieldProposed_f556242254d74f93c9d9e3f79381f1c2 } from '../../../components/content/FieldProposed.tsx'
import { FieldFault as FieldFault_bb597643384f8358ca1aad8d8b91ca28 } from '../../../components/content/FieldFault.tsx'
import { FieldShorter as FieldShorter_80709df454c3693660172969bcff7695 } from '../../../components/content/FieldShorter.tsx'
import { FieldComment as FieldComment_de113f83a71e16ce5b16303449749c08 } from '../../../components/content/FieldComment.tsx'
import { HotlineField as HotlineField_ff14cb676a60c60980999b45d3f34d18 } from '../../../components/content/HotlineField.tsx'
import { DayField as DayField_ee0404f03f2960221642a5e1db1c1654 } from '../../../components/dates/DayField.tsx'
import { NamesCell as NamesCell_b9d33dda37ef824f136d835ae8dc91ed } from '../../../components/names/NamesCell.tsx'
import { ContentsField as ContentsField_32e601cf55a6e49975f690ccf7199081 } from '../../../components/content/ContentsField.tsx'
import { Contributors as Contributors_fe430d2ccda2f5db457c80903b61909f } from '../../../components/content/Contributors.tsx'
import { LivePanel as LivePanel_65177459a21c66b02cae32b914502daf } from '../../../components/content/LivePanel.tsx'
import { SubmitButton as SubmitButton_3c251b1665540549baea1eb9f9f0f757 } from '../../../components/content/SubmitButton.tsx'
import { SaveDraftButton as SaveDraftButton_63adc0b64a8a1e646c70e9a677106850 } from '../../../components/writing/SaveDraftButton.tsx'
import { Nothing as Nothing_2c83083403e07016da71a5260ccc0ab2 } from '../../../components/Nothing.tsx'
import { ContentList as ContentList_24db8e5719998d0725c89a5a5f6c7d57 } from '../../../components/contents/ContentList.tsx'
import { SaveButton as SaveButton_b81dae72bd921eed5d6517c9e7f5c425 } from '../../../components/writing/SaveButton.tsx'
import { PictureUpload as PictureUpload_13431a59da24b20937e266bc22d5b4db } from '../../../components/media/PictureUpload.tsx'
import { HotlineUse as HotlineUse_26297d70f1045d5cb162fafc269f1418 } from '../../../components/hotlines/HotlineUse.tsx'
import { TimeField as TimeField_6d28e3d229b4f46482e22f4cbbf64eef } from '../../../components/dates/TimeField.tsx'
import { WaitingList as WaitingList_9212a5153657e406dd8a5230248aa0bb } from '../../../components/submission/WaitingList.tsx'
import { SubmissionView as SubmissionView_c74e8cbb58230cc51c2d33e262907475 } from '../../../components/submission/SubmissionView.tsx'
import { ScreenHealth as ScreenHealth_602a32a4103266a4318a8d6858078855 } from '../../../components/screens/ScreenHealth.tsx'
import { PairingPanel as PairingPanel_d7966c9d25a70690d7e3f75be67d4564 } from '../../../components/screens/PairingPanel.tsx'
import { OnlineCell as OnlineCell_01cae8242415ded53e4da3856688945e } from '../../../components/screens/OnlineCell.tsx'
import { PhotoField as PhotoField_82d177d759e0b680df3951eee7ac4467 } from '../../../components/print/PhotoField.tsx'
import { RecallPanel as RecallPanel_8eab0927622e8426135398cd36a990c2 } from '../../../components/print/RecallPanel.tsx'
import { TemplateField as TemplateField_7f6ded1123d3f35300affbc55dc5c47d } from '../../../components/print/TemplateField.tsx'
import { TemplatePanel as TemplatePanel_9676c12b69c302f72c22ec8cb4bc89ab } from '../../../components/print/TemplatePanel.tsx'
import { ResetFactor as ResetFactor_395d303ec2a9aa66295fd8b98b4f4902 } from '../../../components/account/ResetFactor.tsx'
import { SecretField as SecretField_58023c62fcbd1fe9afa7e7be70104b71 } from '../../../components/notices/SecretField.tsx'
import { TryOut as TryOut_5c21d88ebf4c9b30cbb25bdad37bfd5a } from '../../../components/notices/TryOut.tsx'
import { DeliveryList as DeliveryList_bb060333c17c8f0f2806a8496dde2f40 } from '../../../components/notices/DeliveryList.tsx'
import { AuditRow as AuditRow_b68d3367654fd0a1ac17ef942e6d539a } from '../../../components/audit/AuditRow.tsx'
import { AuditList as AuditList_9b38a8a4ca65a20ab4b78c1327c8f6c0 } from '../../../components/audit/AuditList.tsx'
import { SkipLink as SkipLink_36373a3c1b03b9ef807bf9d8ea76032e } from '../../../components/accessible/SkipLink.tsx'
import { DemoMark as DemoMark_bf7be42b350181df688680489cab3fc5 } from '../../../components/DemoMark.tsx'
import { Icon as Icon_46c943d6bd78a2388fa89be3d2e39c1a } from '../../../components/Icon.tsx'
import { Logo as Logo_365037afd3f8b635f4f4e172deeb2f05 } from '../../../components/Logo.tsx'
import { NavFoot as NavFoot_b79fc1b610d9823f243e4409857e33bb } from '../../../components/NavFoot.tsx'
import { NavTop as NavTop_f63f79b51b5a2c8893dd6f3dab39cbbd } from '../../../components/NavTop.tsx'
import { TownDates as TownDates_38ad3ee456338f37328a1b635a8e95ae } from '../../../components/dates/TownDates.tsx'
import { Named as Named_8c8e530daa193198368c35b690a3801d } from '../../../components/accessible/Named.tsx'
import { Today as Today_907eecb06cf296d8ebca3d06d887bdba } from '../../../components/today/Today.tsx'
import { Manage as Manage_52e1eb5437b0bd7ca0d1f77a58c495fa } from '../../../components/manage/Manage.tsx'
import { Import as Import_8a0ec9f280c2b7640f731515d0e02fcb } from '../../../components/imports/Import.tsx'
import { Sessions as Sessions_50d7c04bc4634928bbf6f19282030997 } from '../../../components/account/Sessions.tsx'
import { SecondFactor as SecondFactor_3c7ed5a71a88c7beb830acf876a543e9 } from '../../../components/account/SecondFactor.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/components/content/Head.tsx#Head": Head_b0920f5e92e87bba1bc8accb5afe2919,
  "/components/content/PasteWhole.tsx#PasteWhole": PasteWhole_678266b0295b9672b355db2147a43c41,
  "/components/writing/Writing.tsx#Writing": Writing_a086a4d7459a11564cd126673177357b,
  "/components/content/ReturnedComments.tsx#ReturnedComments": ReturnedComments_f212704620db2b3cf7a29626453ba0ae,
  "/components/writing/FieldMended.tsx#FieldMended": FieldMended_9991b1b058d0ebe50ef3366f5d9554ee,
  "/components/content/FieldProposed.tsx#FieldProposed": FieldProposed_f556242254d74f93c9d9e3f79381f1c2,
  "/components/content/FieldFault.tsx#FieldFault": FieldFault_bb597643384f8358ca1aad8d8b91ca28,
  "/components/content/FieldShorter.tsx#FieldShorter": FieldShorter_80709df454c3693660172969bcff7695,
  "/components/content/FieldComment.tsx#FieldComment": FieldComment_de113f83a71e16ce5b16303449749c08,
  "/components/content/HotlineField.tsx#HotlineField": HotlineField_ff14cb676a60c60980999b45d3f34d18,
  "/components/dates/DayField.tsx#DayField": DayField_ee0404f03f2960221642a5e1db1c1654,
  "/components/names/NamesCell.tsx#NamesCell": NamesCell_b9d33dda37ef824f136d835ae8dc91ed,
  "/components/content/ContentsField.tsx#ContentsField": ContentsField_32e601cf55a6e49975f690ccf7199081,
  "/components/content/Contributors.tsx#Contributors": Contributors_fe430d2ccda2f5db457c80903b61909f,
  "/components/content/LivePanel.tsx#LivePanel": LivePanel_65177459a21c66b02cae32b914502daf,
  "/components/content/SubmitButton.tsx#SubmitButton": SubmitButton_3c251b1665540549baea1eb9f9f0f757,
  "/components/writing/SaveDraftButton.tsx#SaveDraftButton": SaveDraftButton_63adc0b64a8a1e646c70e9a677106850,
  "/components/Nothing.tsx#Nothing": Nothing_2c83083403e07016da71a5260ccc0ab2,
  "/components/contents/ContentList.tsx#ContentList": ContentList_24db8e5719998d0725c89a5a5f6c7d57,
  "/components/writing/SaveButton.tsx#SaveButton": SaveButton_b81dae72bd921eed5d6517c9e7f5c425,
  "/components/media/PictureUpload.tsx#PictureUpload": PictureUpload_13431a59da24b20937e266bc22d5b4db,
  "/components/hotlines/HotlineUse.tsx#HotlineUse": HotlineUse_26297d70f1045d5cb162fafc269f1418,
  "/components/dates/TimeField.tsx#TimeField": TimeField_6d28e3d229b4f46482e22f4cbbf64eef,
  "/components/submission/WaitingList.tsx#WaitingList": WaitingList_9212a5153657e406dd8a5230248aa0bb,
  "/components/submission/SubmissionView.tsx#SubmissionView": SubmissionView_c74e8cbb58230cc51c2d33e262907475,
  "/components/screens/ScreenHealth.tsx#ScreenHealth": ScreenHealth_602a32a4103266a4318a8d6858078855,
  "/components/screens/PairingPanel.tsx#PairingPanel": PairingPanel_d7966c9d25a70690d7e3f75be67d4564,
  "/components/screens/OnlineCell.tsx#OnlineCell": OnlineCell_01cae8242415ded53e4da3856688945e,
  "/components/print/PhotoField.tsx#PhotoField": PhotoField_82d177d759e0b680df3951eee7ac4467,
  "/components/print/RecallPanel.tsx#RecallPanel": RecallPanel_8eab0927622e8426135398cd36a990c2,
  "/components/print/TemplateField.tsx#TemplateField": TemplateField_7f6ded1123d3f35300affbc55dc5c47d,
  "/components/print/TemplatePanel.tsx#TemplatePanel": TemplatePanel_9676c12b69c302f72c22ec8cb4bc89ab,
  "/components/account/ResetFactor.tsx#ResetFactor": ResetFactor_395d303ec2a9aa66295fd8b98b4f4902,
  "/components/notices/SecretField.tsx#SecretField": SecretField_58023c62fcbd1fe9afa7e7be70104b71,
  "/components/notices/TryOut.tsx#TryOut": TryOut_5c21d88ebf4c9b30cbb25bdad37bfd5a,
  "/components/notices/DeliveryList.tsx#DeliveryList": DeliveryList_bb060333c17c8f0f2806a8496dde2f40,
  "/components/audit/AuditRow.tsx#AuditRow": AuditRow_b68d3367654fd0a1ac17ef942e6d539a,
  "/components/audit/AuditList.tsx#AuditList": AuditList_9b38a8a4ca65a20ab4b78c1327c8f6c0,
  "/components/accessible/SkipLink.tsx#SkipLink": SkipLink_36373a3c1b03b9ef807bf9d8ea76032e,
  "/components/DemoMark.tsx#DemoMark": DemoMark_bf7be42b350181df688680489cab3fc5,
  "/components/Icon.tsx#Icon": Icon_46c943d6bd78a2388fa89be3d2e39c1a,
  "/components/Logo.tsx#Logo": Logo_365037afd3f8b635f4f4e172deeb2f05,
  "/components/NavFoot.tsx#NavFoot": NavFoot_b79fc1b610d9823f243e4409857e33bb,
  "/components/NavTop.tsx#NavTop": NavTop_f63f79b51b5a2c8893dd6f3dab39cbbd,
  "/components/dates/TownDates.tsx#TownDates": TownDates_38ad3ee456338f37328a1b635a8e95ae,
  "/components/accessible/Named.tsx#Named": Named_8c8e530daa193198368c35b690a3801d,
  "/components/today/Today.tsx#Today": Today_907eecb06cf296d8ebca3d06d887bdba,
  "/components/manage/Manage.tsx#Manage": Manage_52e1eb5437b0bd7ca0d1f77a58c495fa,
  "/components/imports/Import.tsx#Import": Import_8a0ec9f280c2b7640f731515d0e02fcb,
  "/components/account/Sessions.tsx#Sessions": Sessions_50d7c04bc4634928bbf6f19282030997,
  "/components/account/SecondFactor.tsx#SecondFactor": SecondFactor_3c7ed5a71a88c7beb830acf876a543e9,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
